import { config } from 'zod';

// The content security policy lets nothing be evaluated, and a mere try is reported: schemas are walked instead.
config({ jitless: true });
