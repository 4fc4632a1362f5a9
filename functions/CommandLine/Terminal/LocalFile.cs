using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Terminal;

/// <summary>Files of this machine: written whole or left as they were, and read up to a limit.</summary>
internal static class LocalFile
{
    /// <summary>Beside it, until it is whole.</summary>
    private const string Begun = ".part";

    /// <exception cref="UsageException">It cannot be written there.</exception>
    public static async Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        string begun = path + Begun;
        try
        {
            await File.WriteAllBytesAsync(begun, content, cancel);
            File.Move(begun, path, overwrite: true);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {unwritten.Message}");
        }
    }

    /// <exception cref="UsageException">It cannot be read, or is longer than calls take.</exception>
    public static async Task<ReadOnlyMemory<byte>> Read(string path, int bytesMax, CancellationToken cancel)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: var length } && length > bytesMax
                ? throw new UsageException($"{path} has {length} bytes; at most {bytesMax} are taken.")
                : (ReadOnlyMemory<byte>)await File.ReadAllBytesAsync(path, cancel);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {unread.Message}");
        }
    }
}
