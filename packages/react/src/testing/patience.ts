import { configure } from '@testing-library/react'

// The default of a second is too short on a busy machine; a hang still shows.
configure({ asyncUtilTimeout: 20_000 })
