import { type Rule, weigh } from './weigh.ts'

/**
 * What the dialog and the menu draw beyond `styles.css`, loaded with them. Without it they are complete and stand still.
 * Written flat: what is not a stylesheet of the application passes none of its tools, which lower nesting.
 */
const rules: readonly Rule[] = [
  // From list to end one card, which `glide` moves.
  // Lines of equal length leave no word alone on the last one. Japanese and Korean break between phrases and words.
  ['.takokit-card', 'position:relative;text-wrap:balance'],
  [':is(.takokit-fold,.takokit-menu)', 'text-wrap:pretty'],
  // English where the page reads from the right: each sentence in its own direction, or its full stop stands before it.
  [
    ':is(.takokit-card p,.takokit-title,.takokit-label,.takokit-main,.takokit-plain)',
    'unicode-bidi:plaintext',
  ],
  [':lang(ja)', 'word-break:auto-phrase'],
  [':lang(ko)', 'word-break:keep-all'],
  ['.takokit-step[inert]', 'position:absolute;inset:auto 0 auto 0;inset-block-start:60px'],
  ['.takokit-menu', 'animation:takokit-open 160ms cubic-bezier(.2,.8,.2,1)'],
  ['.takokit-dialog', 'overscroll-behavior:contain'],
  ['.takokit-dialog[popover]', 'pointer-events:none'],

  // Whatever their number: head and guide stay, half a row shows that there are more.
  [
    '.takokit-wallets',
    'max-height:min(396px,max(156px,100dvh - 240px));overflow:hidden auto;scrollbar-width:thin;' +
      'overscroll-behavior:contain;scroll-padding-block:28px;background:' +
      'linear-gradient(var(--tk-raised) 40%,transparent) top/100% 40px no-repeat local,' +
      'linear-gradient(transparent,var(--tk-raised) 60%) bottom/100% 40px no-repeat local,' +
      'linear-gradient(var(--tk-line),transparent) top/100% 12px no-repeat scroll,' +
      'linear-gradient(transparent,var(--tk-line)) bottom/100% 12px no-repeat scroll',
  ],
  ['.takokit-wallet', 'outline-offset:-2px'],

  // The wallet that is asked: air below it, the edge of its icon, and at the end a tick.
  ['.takokit-step>.takokit-hint', 'padding-block-end:8px'],
  ['.takokit-step img', 'outline:1px solid #80808c40;outline-offset:-1px'],
  // What is drawn or written for it has the tile's size.
  ['.takokit-asked>[aria-hidden]', 'font-size:1.75em'],
  ['.takokit-asked>[aria-hidden]>.takokit-icon', 'width:36px;height:36px'],
  ['.takokit-dialog[data-status=done] .takokit-header', 'min-height:60px'],
  ['.takokit-dialog[data-status=done] .takokit-asked', 'padding-block-end:16px'],
  [
    '.takokit-dialog[data-status=done] .takokit-asked::before',
    'border:2px solid var(--tk-success)',
  ],
  [
    '.takokit-asked>.takokit-tick',
    'grid-area:1/1;place-self:end center;margin:0;width:28px;height:28px;border:2px solid var(--tk-raised);' +
      'border-radius:50%;background:var(--tk-success);color:var(--tk-raised);stroke-width:2;translate:36px -4px',
  ],

  // Nobody to ask: a picture, and one way on.
  [
    '.takokit-dialog[data-status=choosing] .takokit-asked::before',
    'border:0;background:var(--tk-sunken);animation:none',
  ],
  ['.takokit-asked>.takokit-icon:only-child', 'background:none;color:var(--tk-quiet)'],
  [
    '.takokit-guide[data-empty] a',
    'margin-block-start:8px;padding:12px 16px;border-radius:var(--tk-r);background:var(--tk-accent);' +
      'border:1px solid var(--tk-edge,transparent);color:var(--tk-on-accent);font-weight:600;text-decoration:none',
  ],
  ['.takokit-guide[data-empty] a:hover', 'background:var(--tk-hover,var(--tk-accent))'],
  ['.takokit-error', 'background:color-mix(in srgb,var(--tk-danger) 12%,var(--tk-raised))'],

  // More than one line of it begins beside its dot.
  ['.takokit-who .takokit-hint', 'padding-inline-start:14px'],
  ['.takokit-who .takokit-hint::before', 'margin-inline-start:-14px'],

  // A name has one line, however long: the rest of it is in its title.
  ['.takokit-who>div', 'min-width:0'],
  ['.takokit-who bdi', 'display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap'],

  // A code large enough to scan from a metre.
  ['.takokit-qr', 'width:264px;margin-block-end:4px'],
  ['svg.takokit-qr', 'border:1px solid var(--tk-line)'],
  ['.takokit-fold>svg.takokit-qr', 'margin:0 auto 12px;padding:0'],
  ['a.takokit-main', 'text-decoration:none'],

  // A line of fixed width has room for an address; what else is folded begins where its title does.
  ['.takokit-fold>:not(pre,summary)', 'padding-inline:12px'],
  ['.takokit-fold pre', 'scrollbar-width:thin'],

  // A chevron in place of the browser's triangle.
  ['.takokit-fold>summary', 'display:flex;align-items:center;gap:8px;padding:12px;list-style:none'],
  ['.takokit-fold>summary::-webkit-details-marker', 'display:none'],
  [
    '.takokit-fold>summary::after',
    'content:"";width:8px;height:8px;margin-inline:auto 4px;border:solid;border-width:0 1.5px 1.5px 0;' +
      'rotate:45deg;translate:0 -2px;transition:rotate 160ms,translate 160ms',
  ],
  ['.takokit-fold[open]>summary::after', 'rotate:225deg;translate:0 2px'],
]

/** One way out that is quieter than the way on, unless somebody asks for more contrast. */
const quiet: readonly Rule[] = [
  ['.takokit-plain:last-child', 'border-color:transparent;color:var(--tk-quiet)'],
  ['.takokit-plain:last-child:hover', 'color:var(--tk-text)'],
]

/** What a finger touched last counts as hovered, and what comes under it too: neither stays lit. */
const touched: readonly Rule[] = [
  [
    ':is(.takokit-wallet,.takokit-row,.takokit-tool,.takokit-plain):hover:not(:active)',
    'background:none',
  ],
]

const keyframes = '@keyframes takokit-open{from{opacity:.85;translate:0 -4px}}'
const still =
  '@media (prefers-reduced-motion){.takokit:not(#t#k) .takokit-menu{animation:none}' +
  '.takokit:not(#t#k) .takokit-fold>summary::after{transition:none}}'

/** The stylesheet as text. */
export const lateText: string =
  weigh(rules) +
  `@media not (prefers-contrast: more){${weigh(quiet)}}@media (hover:none){${weigh(touched)}}` +
  keyframes +
  still
