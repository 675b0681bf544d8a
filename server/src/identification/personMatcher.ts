/** What a matching service says about two pictures of a face. */
export interface MatchAnswer {
  /** Likeness from 0 to 1 as the service counts it. */
  score: number;
}

/**
 * Port to the service that compares the photograph on a document with the person at the window 人证合一. It is handed both
 * pictures, keeps nothing and knows nothing of the case.
 */
export interface PersonMatcher {
  /** Name of the service, recorded with each result. */
  readonly service: string;
  /** Pictures as JPEG or PNG. Throws Error when the service does not answer or its answer is none. */
  compare(pictures: { card: Buffer; live: Buffer }): Promise<MatchAnswer>;
}
