/** Texts from elsewhere are cut to these lengths, in log lines and in what a page is told. */
export const maxTextLength = { text: 500, code: 128 }
