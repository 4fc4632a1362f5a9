using System.Security.Cryptography;
using FollowUp.Answers;
using FollowUp.Tables;
using FollowUp.Values;

namespace FollowUp.Start;

/// <summary>
/// The key that links in letters are signed with, where no setting names one: made once, beside the store, in a file that its user alone
/// reads. Nothing ever says what is in it.
/// </summary>
internal static class LinkKeyFile
{
    public const string Name = "links.key";

    /// <exception cref="UsageException">It cannot be read or written, or holds no key.</exception>
    public static string Ensure(string folder)
    {
        string file = Path.Combine(folder, Name);
        try
        {
            if (!File.Exists(file))
            {
                _ = Directory.CreateDirectory(folder);
                MakeOnce(file);
            }

            string key = File.ReadAllText(file).Trim();
            return LinkKey.Parse(key) is not null ? key : throw new UsageException(
                $"{file} holds no key for the links in letters. Put back the one that was there, or remove it: a new one is made, and "
                + "links of letters that are out do nothing any more.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{file} keeps the key for the links in letters, and cannot be read or written: {DiskTrouble.Words(wrong)}. "
                + "Mend that, or name a folder with --data, or a key with the setting Links:Key.");
        }
    }

    /// <summary>
    /// One at a time, also of several processes: on Unix a file that is moved may replace one that was not there a moment ago, and whoever
    /// had read that one signed links which nobody accepts.
    /// </summary>
    private static void MakeOnce(string file)
    {
        string name = $"followup-{Fingerprints.HashOf(Path.GetFullPath(file))}";
        using Mutex alone = new(false, name, new() { CurrentUserOnly = true, CurrentSessionOnly = false });
        try
        {
            _ = alone.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Whoever had it was killed, and it is ours: whether the file is there is asked below.
        }

        try
        {
            if (!File.Exists(file))
            {
                Make(file);
            }
        }
        finally
        {
            alone.ReleaseMutex();
        }
    }

    /// <summary>Whole or not at all: whoever reads it meanwhile finds none, or all of it.</summary>
    private static void Make(string file)
    {
        string draft = $"{file}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (StreamWriter writer = new(draft, options))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(LinkKey.BytesMin)));
        }

        File.Move(draft, file);
    }
}
