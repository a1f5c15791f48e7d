/** What a shell of somebody new holds: nothing of the npm and the test runner that started this process. */
export const outsideEnv: NodeJS.ProcessEnv = {
	...Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) =>
				!/^(CI$|NODE_(OPTIONS|ENV|PATH)|VITEST|npm_(package|lifecycle|command|execpath|config_local_prefix|config_ignore_scripts))/i.test(
					name,
				),
		),
	),
	// What is installed is in npm's own store already.
	npm_config_prefer_offline: "true",
};

/** What npm says where no registry answers. */
export const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/;
