/** Languages whose headers are known. */
export type Language = 'en' | 'fr' | 'de' | 'es' | 'pt';

/**
 * Headers by object type id (several with spaces between, `*` for all of them), then by property. The headers of a property are separated by `, `;
 * the first is its usual name in that language, the one shown as the reason of a match.
 * A header that ends in `?` is ambiguous and counts only where the cells look like that property's values.
 */
export type AliasTable = Readonly<Record<string, Readonly<Record<string, string>>>>;
