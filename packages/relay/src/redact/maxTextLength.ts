/** Foreign texts are cut to these lengths in log lines and in responses. */
export const maxTextLength = { text: 500, code: 128 }
