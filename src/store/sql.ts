// Marks SQL text so that editors colour it; the text is used as it stands.

/** The text between the back quotes, unchanged. */
export const sql = String.raw
