/**
 * A channel that posts CloudEvents, signed as Standard Webhooks describe it.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
package communique.alert.delivery.webhook;
