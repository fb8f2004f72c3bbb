import '@takokit/react/styles.css'
import { createRoot } from 'react-dom/client'
import { Kit } from './Kit.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(<Kit />)
