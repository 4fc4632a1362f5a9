using System.CommandLine;

namespace FollowUp.CommandLine.Commands;

/// <summary>
/// <c>followup completion bash|zsh|pwsh</c>: a script by which the shell asks this program what may follow
/// (<see cref="SuggestCommand"/>).
/// </summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _followup() {
          local IFS=$'\n'
          COMPREPLY=( $(compgen -W "$(followup suggest "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
        }
        complete -F _followup followup
        """;

    private const string Zsh = """
        #compdef followup
        _followup() {
          local -a found
          found=("${(@f)$(followup suggest "${LBUFFER}" 2>/dev/null)}")
          compadd -- $found
        }
        compdef _followup followup
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName followup -ScriptBlock {
          param($word, $line, $position)
          followup suggest "$line".PadRight($position).Substring(0, $position) 2>$null | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    private static readonly Dictionary<string, string> Scripts = new() { ["bash"] = Bash, ["zsh"] = Zsh, ["pwsh"] = PowerShell };

    public static Command Build(CommandHost host)
    {
        Command command = new("completion", "A script that completes this command: source <(followup completion bash)");
        Argument<string> shell = new("SHELL") { Description = "bash, zsh or pwsh" };
        _ = shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        command.Add(shell);
        return host.Run(command, (run, _) =>
        {
            run.Screen.ShowText(System.Text.Encoding.UTF8.GetBytes(Scripts[run.Value(shell)] + "\n"));
            return Task.FromResult(ExitCode.Done);
        });
    }
}
