export { GET, POST } from '../../relay'
