export { DevtoolsPanel } from '../ui/DevtoolsPanel.tsx'
export { EventLog, type EventLogProps } from '../ui/EventLog.tsx'
export { SessionTimeline, type SessionTimelineProps } from '../ui/SessionTimeline.tsx'
export { TimelineLegend } from '../ui/TimelineLegend.tsx'
