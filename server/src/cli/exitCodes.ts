/** Exit codes of the commands that write, export, import or talk to a server; for CI (docs/packs, `--help`). */
export const exitCodes = {
  done: 0,
  /** The pack has errors, the archive or the act is refused. */
  refused: 1,
  /** A folder, file or key cannot be read, or an option is missing. */
  unreadable: 2,
  /** Somebody else has published meanwhile. */
  conflict: 3,
  /** Not signed in, or not allowed. */
  forbidden: 4,
  /** The server, its engine or its store cannot be reached. */
  away: 5,
} as const;

export const exitCodeHelp = `
退出码 Exit codes:
  0  完成 done
  1  拒绝：有错误，或者文件、操作不被接受 refused: errors, or the archive or the act is not accepted
  2  文件夹、文件或密钥无法读取，或者缺少选项 cannot be read, or an option is missing
  3  他人已经发布 somebody else has published meanwhile
  4  没有登录或者无权 not signed in, or not allowed
  5  服务器、引擎或数据库无法访问 server, engine or store away
`;

export const serverHelp = `
登录信息只从环境变量 ONEWINDOW_USER、ONEWINDOW_PASSWORD 读取，或者在终端中询问。
Credentials come from ONEWINDOW_USER and ONEWINDOW_PASSWORD, or are asked for in a terminal; never from arguments.
`;
