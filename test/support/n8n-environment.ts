import { resolve } from 'node:path';

/**
 * Settings of n8n-core, which reads them from environment variables. Import this before n8n-core.
 *
 * - n8n keeps an instance id and an encryption key in `<user folder>/.n8n/config` and writes that file where
 *   it is missing. The one beside this module is complete, so tests neither read nor write a home directory.
 * - Failing nodes are part of the tests, so n8n's own log stays silent.
 */
process.env.N8N_USER_FOLDER = resolve(__dirname, 'n8n-user-folder');
process.env.N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS = 'false';
process.env.N8N_LOG_LEVEL = 'silent';
