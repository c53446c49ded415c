/**
 * What a channel is: where alerts go, what it is told, and what it answers. Each type of channel is a package beside.
 */
package communique.alert.delivery.channel;
