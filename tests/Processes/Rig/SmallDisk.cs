using System.Diagnostics;

namespace FollowUp.Processes.Rig;

/// <summary>A disk of a few megabytes, in memory, that can be filled up and given back.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 24;

    private readonly string ballast;

    /// <summary>Skips the test where nobody may mount anything.</summary>
    public SmallDisk()
    {
        ballast = Path.Combine(Folder, "ballast");
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess
            || Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", Folder) != 0)
        {
            Directory.Delete(Folder);
            Assert.Skip("A full disk needs a small one, and mounting one needs root on Linux (in a container: the capability SYS_ADMIN).");
        }
    }

    public string Folder { get; } = Places.Folder();

    /// <summary>Until not a byte more fits.</summary>
    public void Fill()
    {
        using FileStream file = new(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (byte[] piece = new byte[1 << 16]; piece.Length > 0;)
        {
            try
            {
                file.Write(piece);
            }
            catch (IOException)
            {
                piece = new byte[piece.Length / 2];
            }
        }
    }

    public void Free() => File.Delete(ballast);

    public void Dispose()
    {
        _ = Run("umount", "--lazy", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static int Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
