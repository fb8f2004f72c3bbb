/** In the place of a module of Node where no package has its name, as in Vite: some peers import one for servers only. */
export const emptyModule = 'module.exports = {}'
