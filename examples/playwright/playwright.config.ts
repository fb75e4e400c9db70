import { defineConfig } from '@playwright/test'

// CHROMIUM names a browser of your system; without it, `npx playwright install chromium` brings one
const executablePath = process.env.CHROMIUM

export default defineConfig({
  use: { launchOptions: executablePath ? { executablePath } : {} },
})
