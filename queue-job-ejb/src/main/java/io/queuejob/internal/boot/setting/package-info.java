/** Where settings come from: the server, its environment, then the files of modules. */
package io.queuejob.internal.boot.setting;
