/** What one of HubSpot's error types means to a person, and what they can do. */
export interface ImportErrorWord {
  /** A headline without a final period. */
  readonly what: string;
  /** One or two short sentences: what to do next. */
  readonly advice: string;
}

/** By HubSpot's name of the type. A type that is missing is shown by that name. */
export type ImportErrorWords = Readonly<Record<string, ImportErrorWord>>;
