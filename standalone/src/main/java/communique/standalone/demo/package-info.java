/** {@code communique demo}: both ends of the road, for a demonstration of services that run elsewhere. */
package communique.standalone.demo;
