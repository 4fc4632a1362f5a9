using System.Diagnostics;

namespace FollowUp.Processes.Rig;

/// <summary>
/// Others who want the processors: as many threads as a busy machine's. They end with the test, and with this process however it ends; and
/// by themselves after ten minutes.
/// </summary>
internal sealed class Load : IDisposable
{
    private const int ThreadsPerProcessor = 5;

    private readonly Process process = Process.Start(
        new ProcessStartInfo("dotnet", [Host.Program, "busy", $"{ThreadsPerProcessor * Environment.ProcessorCount}"])
        {
            RedirectStandardInput = true,
        })!;

    public void Dispose()
    {
        process.HasExited.Should().BeFalse("the load lasts for as long as the test");
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
