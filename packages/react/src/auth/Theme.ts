/** `auto` follows the page, `system` the operating system. */
export type Theme = 'auto' | 'light' | 'dark' | 'system'
