/** What is imported, in the words of the language: `contact`, `contacts`. */
export interface Noun {
  readonly one: string;
  readonly many: string;
  /** Before another noun, where that is not `one`. */
  readonly attributive?: string;
}
