import type { EngineClient } from '../client/createEngineClient.ts';

/** Process variable that carries the id of the last command; its history tells which commands were carried out. */
export const commandVariable = 'commandId';

/** Whether a command's id was written in an instance, or in one activity instance of it. */
export async function wasCarriedOut(
  client: EngineClient,
  { commandId, ...place }: { commandId: string; processInstanceId?: string; activityInstanceId?: string },
): Promise<boolean> {
  const details = await client.listHistoricDetails(place);
  return details.some(({ variableName, value }) => variableName === commandVariable && value === commandId);
}
