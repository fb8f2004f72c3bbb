import { weigh } from './weigh.ts'

const signedIn = '.takokit-button:is([data-status=signedIn],[data-status=connected])'

const pressed = weigh([[':is(.takokit-button,.takokit-main):active', 'scale:.98']])

/** What the button draws beyond `styles.css`: a chevron at its end, where it opens a menu. Nothing moves when it comes. */
export const buttonText: string = `${pressed}@container (width >= 9em){${weigh([
  [
    `${signedIn}::before`,
    'content:"";position:absolute;inset-inline-end:10px;width:7px;height:7px;border:solid var(--tk-quiet);' +
      'border-width:0 1.5px 1.5px 0;rotate:45deg;translate:0 -2px',
  ],
])}}`
