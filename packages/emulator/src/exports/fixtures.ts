export { default as cloudreveFixture } from '../fixtures/cloudreve.json' with { type: 'json' }
export { default as privateCloudFixture } from '../fixtures/privateCloud.json' with { type: 'json' }
export { default as takoFixture } from '../fixtures/tako.json' with { type: 'json' }
export { default as talkstackFixture } from '../fixtures/talkstack.json' with { type: 'json' }
