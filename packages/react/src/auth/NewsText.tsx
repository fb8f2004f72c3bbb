'use client'

import { scopeQueries } from '@takokit/core/internal/queries/scopeQueries'
import { QueryClientContext } from '@tanstack/react-query'
import {
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { StringsContext } from '../strings/StringsContext.ts'
import { useStrings } from '../strings/useStrings.ts'
import { setPageTimer } from '../utils/setPageTimer.ts'
import { createNewsQueue } from './createNewsQueue.ts'
import { followFlows } from './followFlows.ts'
import { followSessions } from './followSessions.ts'
import type { PageDialog } from './PageDialog.ts'
import { hasStyles } from '../utils/hasStyles.ts'
import { isSeen } from '../utils/isSeen.ts'
import type { News } from './News.ts'
import { setAside } from './setAside.ts'
import { ShownNews } from './ShownNews.tsx'
import { UnseenNews } from './UnseenNews.tsx'
import { useAuthContext } from './useAuthContext.ts'

const shownMs = 8_000

/** The text of the live region: the latest message, for a while. */
export function NewsText({ news: said }: { news: News | undefined }) {
  const [queue] = useState(createNewsQueue)
  const news = useSyncExternalStore(queue.subscribe, queue.get, queue.get)
  useLayoutEffect(() => {
    if (news) queue.onCommit()
  }, [queue, news])
  useEffect(() => {
    if (said) queue.push(said)
  }, [queue, said])
  const context = useAuthContext()
  const { client, dialog } = context
  const strings = useStrings()
  const { locale, dir } = useContext(StringsContext)
  const latest = useRef(strings)
  useEffect(() => {
    latest.current = strings
  })
  useEffect(() => {
    const getStrings = () => latest.current
    const say = queue.push
    const stops = [
      followSessions({ client, say, getStrings }),
      followFlows({ ...context, say }, getStrings),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client, queue, context])

  // Here, because this code loads after the page: queries of an account are removed although no component shows them.
  const queryClient = useContext(QueryClientContext)
  useEffect(() => {
    if (queryClient) scopeQueries(client, { queryClient })
  }, [client, queryClient])

  const [over, setOver] = useState<News>()
  useEffect(() => setPageTimer(() => setOver(news), shownMs), [news])
  if (!news?.text || news === over) return <span ref={setAside} />
  const at = news.at ?? controlOf(dialog)
  return (
    <span className="takokit" lang={locale} dir={dir}>
      {news.isShown && hasLook(at?.current) ? (
        <ShownNews key={news.text} text={news.text} at={at} onEnd={() => setOver(news)} />
      ) : (
        <UnseenNews text={news.text} />
      )}
    </span>
  )
}

/** Whether the kit's styles apply, at the control or in the page. A page without them has its own. */
function hasLook(control: Element | null | undefined): boolean {
  return [control, document.querySelector('.takokit')].some((one) => one && hasStyles(one))
}

/** A control of the page, for messages that belong to no attempt. */
function controlOf(dialog: PageDialog): News['at'] {
  const controls = [...dialog.controls.keys()].map(({ current }) => current)
  return controls.find(({ triggerRef }) => isSeen(triggerRef.current))?.triggerRef
}
