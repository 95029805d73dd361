/**
 * What happens at deployment: the declarations of all modules are checked, and the beans of the
 * application are registered under their names. A declaration that cannot work fails the deployment
 * with all its faults at once, each naming class, method and cure.
 */
package io.queuejob.internal.capture.declare;
