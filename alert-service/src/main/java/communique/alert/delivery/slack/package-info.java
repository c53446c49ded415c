/**
 * A channel that posts to a Slack incoming webhook, within Slack's limits.
 *
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Incoming webhooks</a>
 */
package communique.alert.delivery.slack;
