import type {ConnectSdk} from '../../src/core/sdk.js';

/** What connecting an integration asks of a person, in order, in words. Read from the SDK, so that it holds for any project. */
export function installSteps(sdk: ConnectSdk, integration: string): string {
  const steps: string[] = [];
  try {
    const types = sdk.getAccountTypeOptions(integration);
    if (types.length > 1) steps.push('Kind of account');
    const [first] = types;
    if (sdk.getPreOptions(integration, first?.id).length > 0) steps.push('questions');
    const {authenticationType} = sdk.getIntegrationBySlug?.(integration) ?? {};
    if (authenticationType === 'oauth') steps.push('sign-in window');
    if (sdk.getPostOptions(integration).length > 0) steps.push('more questions');
  } catch {
    // The SDK throws for integrations that are switched off.
    return '';
  }
  const text = steps.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
