using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Terminal;

return await CommandTree.Run(args, CommandEnvironment.OfThisProcess());
