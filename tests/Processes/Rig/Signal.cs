using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FollowUp.Processes.Rig;

/// <summary>What a process can be told besides that it is to be killed.</summary>
internal static class Signal
{
    private const int Interruption = 2;
    private const int Termination = 15;
    private const int Continuation = 18;
    private const int Suspension = 19;

    public static void Interrupt(this Process process) => Send(process, Interruption);

    public static void Terminate(this Process process) => Send(process, Termination);

    public static void Pause(this Process process) => Send(process, Suspension);

    public static void Continue(this Process process) => Send(process, Continuation);

    private static void Send(Process process, int signal) =>
        Kill(process.Id, signal).Should().Be(0, $"process {process.Id} can be sent signal {signal}");

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
