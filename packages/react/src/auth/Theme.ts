/** `auto` is the page's, `system` what the system wants. */
export type Theme = 'auto' | 'light' | 'dark' | 'system'
