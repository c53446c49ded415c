/** Topics and schemas of a deployment. */
package communique.standalone.topic;
