/** What one frame of a dialog shows. */
export interface Frame {
  height: number
  /** The text that is seen in it. */
  text: string
  /** Of the faintest text of the dialog and the button, with what is behind. */
  contrast: { ratio: number; text: string }
  isModal: boolean
}

const frameMs = 1000 / 60
const opened = 'dialog.takokit-dialog[open], .takokit-dialog:popover-open'

/**
 * Plays scripted animations frame by frame, whatever time it takes the machine to draw them: each waits at its beginning until a
 * frame is played. Endless ones stand still.
 */
export function createFilm() {
  const { animate } = Element.prototype
  Element.prototype.animate = function (...parameters) {
    const animation = animate.apply(this, parameters)
    animation.pause()
    animation.currentTime = 0
    return animation
  }
  const begun = new Set<Animation>()
  const frames: Frame[] = []
  async function play(count: number): Promise<void> {
    for (let index = 0; index < count; index++) {
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      for (const animation of document.getAnimations()) step(animation)
      frames.push(readFrame())
    }
  }
  function step(animation: Animation): void {
    const end = animation.effect?.getComputedTiming().endTime
    if (typeof end !== 'number' || end === Number.POSITIVE_INFINITY) return
    const next = Number(animation.currentTime) + frameMs
    if (!begun.has(animation)) begun.add(animation)
    else if (next < end) animation.currentTime = next
    else animation.finish()
  }
  const end = () => {
    Element.prototype.animate = animate
  }
  return { frames, play, end }
}

function readFrame(): Frame {
  const dialog = document.querySelector<HTMLElement>(opened)
  const shown = dialog ? textsIn(dialog) : []
  const isRead = (element: Element) => !element.closest('[inert]')
  const button = [...document.querySelectorAll('.takokit-button .takokit-label')]
  const faint = [...shown.filter(isRead), ...button]
    .map((element) => ({ ratio: contrastOf(element), text: element.textContent ?? '' }))
    .sort((one, other) => one.ratio - other.ratio)[0]
  return {
    height: dialog?.getBoundingClientRect().height ?? 0,
    text: shown
      // Within a card that fades as a whole, its text is as clear as the card.
      .filter((element) => opacityOf(element) >= 0.2 * (dialog ? opacityOf(dialog) : 1))
      .map((one) => one.textContent)
      .join(' '),
    contrast: faint ?? { ratio: 21, text: '' },
    isModal: dialog?.matches(':modal') ?? false,
  }
}

function textsIn(root: Element): Element[] {
  return [...root.querySelectorAll('*')].filter(
    (element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim()) &&
      element.checkVisibility() &&
      !element.closest('svg, [aria-hidden]:not([inert], .takokit)'),
  )
}

function opacityOf(element: Element): number {
  let opacity = 1
  for (let at: Element | null = element; at; at = at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity)
  return opacity
}

type Colour = readonly number[]

/** WCAG's ratio of text as it is drawn, faded as it may be, with what is drawn behind it. */
function contrastOf(element: Element): number {
  const isInDialog = element.closest('.takokit-dialog') !== null
  const page = rgbaOf(getComputedStyle(document.body).backgroundColor)
  const ground = over(page, [...rgbaOf('Canvas').slice(0, 3), 1])
  const behind = isInDialog ? over(rgbaOf('#0a0c1e52'), ground) : ground
  const chain: Element[] = []
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
    chain.unshift(at)
  let drawn: Colour = behind
  let opacity = 1
  for (const one of chain) {
    const style = getComputedStyle(one)
    opacity *= Number(style.opacity)
    drawn = over(faded(rgbaOf(style.backgroundColor), opacity), drawn)
  }
  const text = over(faded(rgbaOf(getComputedStyle(element).color), opacity), drawn)
  const [light = 0, dark = 0] = [luminanceOf(text), luminanceOf(drawn)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })

function rgbaOf(colour: string): Colour {
  if (!context) throw new Error('There is no canvas.')
  context.clearRect(0, 0, 1, 1)
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data
  return [r, g, b, a / 255]
}

const faded = ([r = 0, g = 0, b = 0, a = 1]: Colour, by: number): Colour => [r, g, b, a * by]

function over(top: Colour, below: Colour): Colour {
  const alpha = top[3] ?? 1
  return [0, 1, 2].map((at) => (top[at] ?? 0) * alpha + (below[at] ?? 0) * (1 - alpha))
}

function luminanceOf(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
