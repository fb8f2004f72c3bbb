import { configure } from '@testing-library/react'

// A second, as it is by default, is too short on a crowded machine: what hangs shows all the same.
configure({ asyncUtilTimeout: 20_000 })
