import { defineConfig } from 'cypress'
import { setUpMailhold } from 'mailhold/cypress/plugin'
import { openSite } from 'shop/site.js'

export default defineConfig({
  e2e: {
    setupNodeEvents: async (on, config) => {
      const { smtp } = await setUpMailhold(on)
      // a server at MAILHOLD_URL is one that you started: you know its port
      const site = await openSite(smtp ?? { host: 'localhost', port: 1025 })
      return { ...config, baseUrl: site.url }
    },
  },
})
