import { z } from 'zod';
import { departmentRef, textSchema } from '../http/schemas.ts';
import { billStates } from './model.ts';

const fen = z.number().int();

/** A bill as the applicant sees it. Amounts are in fen, whole numbers. */
export const billView = z.looseObject({
  id: z.string(),
  paymentNo: z.string(),
  due: z.enum(['acceptance', 'delivery']),
  state: z.enum(billStates),
  department: departmentRef,
  items: z.array(
    z.looseObject({
      key: z.string(),
      name: textSchema,
      amountFen: fen,
      unit: textSchema.nullable(),
      quantity: z.number().int(),
      totalFen: fen,
      /** Paid or waived of this fee before it was reckoned anew. */
      settledFen: fen,
      cite: z.string(),
    }),
  ),
  totalFen: fen,
  /** 补缴: payment number of the bill that this one adds to. */
  addsTo: z.string().nullable(),
  paidAt: z.string().nullable(),
  receiptNo: z.string().nullable(),
  refundFen: fen,
  refundReasons: z.array(
    z.enum(['notAccepted', 'refused', 'withdrawn', 'paidTwice', 'notOwed', 'reckonedAnew', 'overturned']),
  ),
  /** Whether it can be paid online now. */
  payable: z.boolean(),
});

/** 财政电子票据: code of eight digits and number of ten, with or without a hyphen between them. */
export const receiptNoSchema = z
  .string()
  .transform((value) => value.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{18}$/));

export const billIdBody = z.strictObject({ billId: z.string().min(1).max(64) });
