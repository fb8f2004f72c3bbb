import { weigh } from './weigh.ts'

const signedIn = '.takokit-button:is([data-status=signedIn],[data-status=connected])'

const rules = weigh([
  [':is(.takokit-button,.takokit-main):active', 'scale:.98'],
  // What was told points at the button.
  [
    '.takokit-notice:not([data-above])::before',
    'content:"";position:absolute;top:-6px;left:clamp(12px,var(--tk-at) - 7px,100% - 24px);border:6px solid transparent;' +
      'border-block-start:0;border-block-end-color:var(--tk-line)',
  ],
])

/** On paper: what is drawn dark on white, and nothing that was laid over the page. */
const printed = weigh([
  [':is(.takokit-dialog,.takokit-menu)', 'display:none!important'],
  [
    '.takokit-button',
    'background:#fff!important;border-color:#000!important;color:#000!important;box-shadow:none',
  ],
])

/** What the button draws beyond `styles.css`: a chevron at its end, where it opens a menu. Nothing moves when it comes. */
export const buttonText: string = `${rules}@media print{${printed}}@container (width >= 9em){${weigh(
  [
    [
      `${signedIn}::before`,
      'content:"";position:absolute;inset-inline-end:10px;width:7px;height:7px;border:solid var(--tk-quiet);' +
        'border-width:0 1.5px 1.5px 0;rotate:45deg;translate:0 -2px',
    ],
  ],
)}}`
