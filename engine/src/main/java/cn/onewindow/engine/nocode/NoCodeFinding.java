package cn.onewindow.engine.nocode;

/** One refused construct. {@code elementId} is null when neither the element nor one around it has an id. */
record NoCodeFinding(String code, String elementId, String element, int line, int column, String zh, String en) {

  /** For example: {@code [script-task] Task_1: 不允许使用脚本任务 / script tasks are not allowed}. */
  String shown() {
    return "[" + code + "] " + (elementId == null ? "-" : elementId) + ": " + zh + " / " + en;
  }
}
