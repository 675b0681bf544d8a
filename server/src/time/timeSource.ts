/** Where "now" comes from. Domain code never reads the system clock itself. */
export interface TimeSource {
  now(): Date;
}

export const systemTime: TimeSource = { now: () => new Date() };
