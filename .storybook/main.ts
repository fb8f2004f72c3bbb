import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'

const conditions = ['@takokit/source', 'module', 'browser', 'development|production']

export default {
  framework: '@storybook/react-vite',
  stories: ['../packages/react/src/**/*.mdx', '../packages/{react,devtools}/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  staticDirs: ['../apps/demo/public'],
  // From the sources, so that nothing needs to be built first.
  viteFinal: (config) => mergeConfig(config, { resolve: { conditions } }),
} satisfies StorybookConfig
