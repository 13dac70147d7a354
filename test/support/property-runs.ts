/**
 * How often a property is tried: `short` times, so that a change is checked in seconds, or `PROPERTY_RUNS` times as often
 * (`PROPERTY_RUNS=10 npm test`), where there is time to look for rare orders of events.
 */
export const propertyRuns = (short: number): {readonly numRuns: number} => ({
  numRuns: Math.ceil(short * Number(process.env.PROPERTY_RUNS ?? 1)),
});
