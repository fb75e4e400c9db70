// Limits that more than one floor speaks of.

/** UTF-16 units of a search text. */
export const longestSearch = 2000
